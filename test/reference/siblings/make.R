# Run in this folder: Rscript make.R
source("../json.R")
# The grid of SI6 in plain R: logit mean at 81 points, ln size at 91, weight L(a, b)·a·b·(a+b)^(-5/2); every cell kept. Quantiles of the mixture of Betas by uniroot.
logit <- seq(-3, 5, length.out = 81); size <- exp(seq(-3, 6, length.out = 91))
sets <- list(list(k = c(7, 2, 18), n = c(9, 14, 31)), list(k = c(0, 5, 12, 4), n = c(10, 5, 40, 4)),
  list(k = c(3, 9, 1, 22, 14, 6, 0, 8, 5, 2, 11, 30), n = c(12, 20, 6, 25, 33, 17, 3, 8, 9, 14, 12, 61)))
rows <- lapply(sets, function(s) {
  g <- expand.grid(size = size, logit = logit); a <- g$size * plogis(g$logit); b <- g$size * plogis(-g$logit)
  lw <- log(a) + log(b) - 2.5 * log(a + b)
  for (i in seq_along(s$k)) lw <- lw + lbeta(a + s$k[i], b + s$n[i] - s$k[i]) - lbeta(a, b)
  w <- exp(lw - max(lw)); w <- w / sum(w)
  one <- function(i) {
    A <- a + s$k[i]; B <- b + s$n[i] - s$k[i]
    q <- function(p) uniroot(function(x) sum(w * pbeta(x, A, B)) - p, c(1e-12, 1 - 1e-12), tol = 1e-14)$root
    # At 0 of n and n of n an end may lie beyond the doubles.
    inside <- s$k[i] > 0 && s$k[i] < s$n[i]
    c(sum(w * A / (A + B)), if (inside) c(q(.025), q(.975)) else c(NA, NA))
  }
  r <- sapply(seq_along(s$k), one)
  obj(k = arr(s$k), n = arr(s$n), mean = arr(r[1, ]), lower = arr(r[2, ]), upper = arr(r[3, ]))
})
write_json(obj(made = made_with(), sets = lst(rows)))
