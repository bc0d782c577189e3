# Run in this folder: Rscript make.R
source("../json.R"); source("../lag-sets.R"); source("../lag-likelihood.R")
suppressPackageStartupMessages(library(survival))
control <- survreg.control(rel.tolerance = 1e-12, maxiter = 200)
by_survreg <- function(law, s) {
  if (any(s$kind == 4)) return("null")
  l <- ifelse(s$kind == 3 & s$a == 0, NA, s$a); u <- ifelse(s$kind == 2, NA, s$b)
  f <- survreg(Surv(l, u, type = "interval2") ~ 1, dist = law, control = control)
  obj(mu = num(unname(coef(f))), sigma = num(f$scale), logLikelihood = num(f$loglik[2]))
}
rows <- list()
for (s in lag_sets()) for (law in names(law_of)) {
  m <- mean(log(pmax(1, s$a)))
  r <- best(law, s, FALSE, list(c(m, 0, 0)))
  free <- free_of(law, FALSE); ev <- eigen(-r$L$h[free, free, drop = FALSE])$values
  rows <- c(rows, obj(set = str(s$name), law = str(law), mu = num(r$th[1]), lnSigma = num(r$th[2]), logLikelihood = num(r$L$value),
    decrement = num(r$decrement), condition = num(max(ev) / min(ev)), information = arr(as.vector(-r$L$h[free, free])), survreg = by_survreg(law, s)))
}
write_json(obj(made = made_with("survival"), sets = lst(lapply(lag_sets(), write_set)), fits = lst(rows)))
