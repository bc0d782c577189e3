# Run in this folder: Rscript make.R
# The table of examples/palmyra: phi = 0, kappa = 1, every number at the posterior mean; raw equal-tailed intervals.
source("../json.R")
fast <- function(t, lower = FALSE) pweibull(t, 0.9495103812325691, 13.612292739077622, lower.tail = lower)
slow <- function(t, lower = FALSE) plnorm(t, log(72), 1.1, lower.tail = lower)
m <- 533 / 851
classes <- list(list("95/100", 95.5, 5.5), list("4/4", 4.5, 0.5), list("4/4 shrunk", 4 + 10 * m, 10 * (1 - m)),
  list("133/208", 133.5, 75.5), list("153/551", 153.5, 398.5), list("0/10", 0.5, 10.5))
rows <- lapply(classes, function(c) {
  a <- c[[2]]; b <- c[[3]]; p <- a / (a + b)
  # 1 - p + p * (1 - F): the silence if they did it.
  quiet <- function(after) 1 - p + p * after
  obj(name = str(c[[1]]), share = num(p), lower = num(qbeta(0.025, a, b)), upper = num(qbeta(0.975, a, b)),
    fast = arr(quiet(c(fast(24), fast(120)))), slow = arr(quiet(c(slow(24), slow(120)))),
    toCome = arr(c(p * fast(24) / quiet(fast(24)), p * slow(24) / quiet(slow(24)))))
})
write_json(obj(made = made_with(), rows = lst(rows)))
