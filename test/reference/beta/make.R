# Run in this folder: Rscript make.R
source("../json.R")

gamma_at <- c(1e-9, 1e-3, 0.1, 0.5, 0.999999, 1, 1.000001, 1.25, 1.5, 1.75, 1.999999, 2, 2.000001, 2.5, 3, 7.3, 9.999, 10, 33.5, 209, 4322.5, 1e6, 1e12)
lbeta_at <- expand.grid(a = c(0.01, 0.5, 1, 4.5, 9.9, 10.5, 133.5, 533.5, 3295.5, 1e6), b = c(0.02, 0.5, 6.5, 10, 75.5, 318.5, 4687.5, 2e6))

shapes <- list(c(0.5, 0.5), c(0.5, 10.5), c(4.5, 0.5), c(1, 1), c(1, 3), c(2.5, 0.3), c(133.5, 75.5), c(153.5, 398.5),
  c(95.5, 5.5), c(533.5, 318.5), c(3295.5, 4687.5), c(0.5, 80.5), c(1.169, 0.416), c(10.263219741480611, 3.7367802585193889),
  c(899.5, 45.5), c(2.5, 115.5), c(0.05, 20), c(1e5, 2e5), c(12, 11), c(9.5, 10.5))
cdf <- list(); quantile <- list()
for (s in shapes) {
  a <- s[1]; b <- s[2]
  for (p in c(0.001, 0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975, 0.999)) {
    x <- qbeta(p, a, b)
    quantile <- c(quantile, obj(a = num(a), b = num(b), p = num(p), x = num(x)))
  }
  m <- a / (a + b); sd <- sqrt(m * (1 - m) / (a + b + 1))
  for (x in c(1e-12, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, m, pmax(m - 6 * sd, m / 50), pmin(m + 6 * sd, 1 - (1 - m) / 50))) {
    # The plain cumulative probability; "upper" from R's own upper tail, not 1 minus.
    cdf <- c(cdf, obj(a = num(a), b = num(b), x = num(x), lower = num(pbeta(x, a, b)), upper = num(pbeta(x, a, b, lower.tail = FALSE))))
  }
}
normal_at <- c(-40, -37.5, -12, -8.2, -4.1, -2.83, -2.82, -1.959963984540054, -1, -0.3, -1e-8, 0, 1e-8, 0.3, 1, 1.959963984540054, 2.82, 2.83, 4.1, 8.2)
normal_p <- c(1e-300, 1e-20, 1e-6, 0.001, 0.025, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.999, 0.999999)

write_json(obj(
  made = made_with(),
  lgamma = lst(lapply(gamma_at, function(x) obj(x = num(x), value = num(lgamma(x))))),
  lbeta = lst(lapply(seq_len(nrow(lbeta_at)), function(i) obj(a = num(lbeta_at$a[i]), b = num(lbeta_at$b[i]), value = num(lbeta(lbeta_at$a[i], lbeta_at$b[i]))))),
  cdf = lst(cdf),
  quantile = lst(quantile),
  normal = lst(lapply(normal_at, function(z) obj(z = num(z), lower = num(pnorm(z)), lnUpper = num(pnorm(z, lower.tail = FALSE, log.p = TRUE))))),
  normalQuantile = lst(lapply(normal_p, function(p) obj(p = num(p), z = num(qnorm(p)))))
))
