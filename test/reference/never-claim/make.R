# Run in this folder: Rscript make.R
source("../json.R"); source("../lag-sets.R"); source("../lag-likelihood.R")
drop <- qchisq(.95, 1) / 2
profile <- function(law, s, l, th) { # the highest ln likelihood at a logit share, Newton in the lag law alone
  free <- setdiff(free_of(law, TRUE), 3); th[3] <- l
  for (k in 1:8) { # a few short steps first: far from the top Newton's are too long
    L <- loglik(law, s, th, TRUE); H <- -L$h[free, free, drop = FALSE]; ev <- eigen(H)$values
    if (min(ev) <= 0) H <- H + diag(length(free)) * (1 - min(ev))
    step <- solve(H, L$g[free]); th[free] <- th[free] + step / max(1, max(abs(step)))
  }
  newton(law, s, th, TRUE, free)
}
bound <- function(law, s, top, side) {
  f <- function(l) profile(law, s, l, top$th)$L$value - (top$L$value - drop)
  far <- top$th[3]; repeat { far <- far + side * .5; v <- tryCatch(f(far), error = function(e) NA); if (is.na(v) || v < 0 || abs(far) > 12) break }
  if (is.na(v) || v > 0) return(NA)
  plogis(uniroot(f, sort(c(top$th[3], far)), tol = 1e-12)$root)
}
rows <- list()
for (s in lag_sets()) for (law in names(law_of)) {
  p <- mean(s$kind != 2); m <- mean(log(pmax(6, s$a[s$kind != 2] * ifelse(s$kind[s$kind != 2] == 4, 24, 1))))
  r <- best(law, s, TRUE, list(c(m, 0, qlogis(p)), c(m + 1, 0, qlogis(p) + 1), c(m, -.5, qlogis(p) + .1)))
  free <- free_of(law, TRUE); ev <- eigen(-r$L$h[free, free])$values
  k <- length(free)
  rows <- c(rows, obj(set = str(s$name), law = str(law), mu = num(r$th[1]), lnSigma = num(r$th[2]), share = num(plogis(r$th[3])),
    lower = num(bound(law, s, r, -1)), upper = num(bound(law, s, r, 1)), logLikelihood = num(r$L$value), aic = num(2 * k - 2 * r$L$value),
    decrement = num(r$decrement), condition = num(max(ev) / min(ev)), information = arr(as.vector(-r$L$h[free, free]))))
}
write_json(obj(made = made_with(), sets = lst(lapply(lag_sets(), write_set)), fits = lst(rows)))
