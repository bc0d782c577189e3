# Invented sets of lags, written out so that the tests read the same doubles. kind: 1 exact, 2 silent to a, 3 in (a, b], 4 two dates a days apart.
lag_set <- function(name, kind, a, b = a) list(name = name, kind = kind, a = a, b = b)
write_set <- function(s) obj(name = str(s$name), kind = arr(s$kind), a = arr(s$a), b = arr(s$b))
draw <- function(n, share, rlag, until) {
  t <- ifelse(runif(n) < share, rlag(n), Inf)
  list(t = t, silent = t > until, c = rep_len(until, n))
}
lag_sets <- function() {
  set.seed(20310304)
  d1 <- draw(120, .6, function(n) rweibull(n, .9, 14), 24 * 30)
  d2 <- draw(150, .55, function(n) rlnorm(n, log(30), .9), runif(150, 24 * 5, 24 * 60))
  d3 <- draw(200, .5, function(n) rlogis(n) |> (\(z) 20 * exp(z / 2))(), 24 * 60)
  d4 <- draw(80, .7, function(n) rexp(n, 1 / 40), 24 * 25)
  clock <- runif(150) * 24
  days <- floor((clock + d2$t) / 24)
  lower <- floor(d1$t / 6) * 6
  mixed_kind <- ifelse(d4$silent, 2, rep_len(c(1, 3, 4), 80))
  list(
    lag_set("exact and silent, Weibull", ifelse(d1$silent, 2, 1), ifelse(d1$silent, d1$c, d1$t)),
    lag_set("exact and silent, loglogistic", ifelse(d3$silent, 2, 1), ifelse(d3$silent, d3$c, d3$t)),
    lag_set("six-hour intervals", ifelse(d1$silent, 2, 3), ifelse(d1$silent, d1$c, lower), ifelse(d1$silent, d1$c, lower + 6)),
    lag_set("two dates", ifelse(d2$silent, 2, 4), ifelse(d2$silent, d2$c, days)),
    lag_set("all kinds", mixed_kind, ifelse(d4$silent, d4$c, ifelse(mixed_kind == 4, floor(d4$t / 24), ifelse(mixed_kind == 3, floor(d4$t / 12) * 12, d4$t))),
      ifelse(d4$silent, d4$c, ifelse(mixed_kind == 4, floor(d4$t / 24), ifelse(mixed_kind == 3, floor(d4$t / 12) * 12 + 12, d4$t)))))
}
