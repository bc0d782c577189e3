# Run in this folder: Rscript make.R
source("../json.R")

hours <- c(1e-9, 1e-3, 0.5, 1, 6, 12, 24, 48, 72, 120, 500, 5000, 1e6)
laws <- list(
  list(law = "exponential", scale = 20), list(law = "exponential", scale = 0.01),
  list(law = "weibull", scale = 13.612292739077622, shape = 0.9495103812325691), list(law = "weibull", scale = 30, shape = 2.4),
  list(law = "weibull", scale = 5, shape = 0.3),
  list(law = "lognormal", median = 72, sigma = 1.1), list(law = "lognormal", median = 9, sigma = 0.2), list(law = "lognormal", median = 9, sigma = 4),
  list(law = "loglogistic", scale = 20, shape = 1.5), list(law = "loglogistic", scale = 3, shape = 6))
by_now <- function(l, t) switch(l$law,
  exponential = pexp(t, 1 / l$scale), weibull = pweibull(t, l$shape, l$scale),
  lognormal = plnorm(t, log(l$median), l$sigma), loglogistic = plogis(log(t), log(l$scale), 1 / l$shape))
ln_after <- function(l, t) switch(l$law,
  exponential = pexp(t, 1 / l$scale, FALSE, TRUE), weibull = pweibull(t, l$shape, l$scale, FALSE, TRUE),
  lognormal = plnorm(t, log(l$median), l$sigma, FALSE, TRUE), loglogistic = plogis(log(t), log(l$scale), 1 / l$shape, FALSE, TRUE))
write_law <- function(l) paste0("{", paste(sprintf("\"%s\": %s", names(l), sapply(l, function(v) if (is.character(v)) str(v) else num(v))), collapse = ", "), "}")

rows <- list()
for (l in laws) for (t in hours)
  rows <- c(rows, obj(lag = write_law(l), hours = num(t), byNow = num(by_now(l, t)), lnAfter = num(ln_after(l, t))))

# Averages of F over an interval whose two ends are uniform clock times of whole days, by R's own quadrature.
fast <- laws[[3]]; slow <- laws[[6]]
triangle <- function(l, to) {
  h <- to / 2
  w <- function(t) (1 - abs(t - h) / h) / h
  f <- function(t) w(t) * by_now(l, t)
  integrate(f, 0, h, rel.tol = 1e-13)$value + integrate(f, h, to, rel.tol = 1e-13)$value
}
flat <- function(l, from, to) integrate(function(t) by_now(l, t), from, to, rel.tol = 1e-13)$value / (to - from)
write_json(obj(made = made_with(), at = lst(rows),
  averages = lst(list(
    obj(lag = write_law(fast), from = num(0), to = num(48), rise = num(24), value = num(triangle(fast, 48))),
    obj(lag = write_law(slow), from = num(0), to = num(48), rise = num(24), value = num(triangle(slow, 48))),
    obj(lag = write_law(fast), from = num(6), to = num(30), rise = num(0), value = num(flat(fast, 6, 30))),
    obj(lag = write_law(slow), from = num(0), to = num(24), rise = num(0), value = num(flat(slow, 0, 24)))))))
