# Run in this folder: Rscript make.R
source("../json.R")
# EM in plain R on the innermost intervals until the KKT condition holds to 1e-11, nothing shared with the package; masses under 1e-9 are dropped and tried again.
innermost <- function(l, u) {
  e <- rbind(data.frame(v = l, r = ifelse(l == u, 0, 2), left = TRUE), data.frame(v = u, r = 1, left = FALSE))
  e <- e[order(e$v, e$r, !e$left), ]; k <- which(e$left & !c(e$left[-1], TRUE))
  data.frame(from = e$v[k], to = e$v[k + 1])
}
npmle <- function(l, u) {
  I <- unique(innermost(l, u)); A <- outer(seq_along(l), seq_len(nrow(I)), function(i, j)
    ifelse(l[i] == u[i], I$from[j] == l[i] & I$to[j] == l[i], I$from[j] >= l[i] & I$to[j] <= u[i] & !(I$from[j] == I$to[j] & I$from[j] == l[i]))) * 1
  n <- length(l); s <- rep(1 / nrow(I), nrow(I))
  for (k in 1:400000) {
    g <- colSums(A / as.vector(A %*% s)) / n
    if (max(g) <= 1 + 1e-11 && all(abs(g[s > 1e-9] - 1) < 1e-11)) break
    s <- s * g
    if (k %% 500 == 0) { # leave what is going to 0, take back what should not have gone
      s[s < 1e-7 & g < 1 - 1e-6] <- 0; s <- s / sum(s); g <- colSums(A / as.vector(A %*% s)) / n; s[s == 0 & g > 1] <- 1e-6; s <- s / sum(s) }
  }
  keep <- s > 1e-9
  list(I = I[keep, ], s = s[keep], value = sum(log(A %*% s)), kkt = max(g))
}
set.seed(20310305)
t <- ifelse(runif(90) < .6, rweibull(90, .9, 14), Inf); grid <- 6
sets <- list(
  list(l = c(0, 4, 2, 6, 9, 0), u = c(5, 8, 3, Inf, 12, 7)),
  list(l = c(0, 2, 4, 4, 7), u = c(4, 2, 4, Inf, Inf)),
  list(l = ifelse(t > 100, 100, pmax(0, t - runif(90) * 8)), u = ifelse(t > 100, Inf, t + runif(90) * 8)),
  list(l = ifelse(t > 60, 60, pmax(0, floor(t / grid) - 1) * grid), u = ifelse(t > 60, Inf, (floor(t / grid) + 1) * grid)))
rows <- lapply(sets, function(s) { r <- npmle(s$l, s$u)
  obj(from = arr(s$l), to = arr(s$u), left = arr(r$I$from), right = arr(r$I$to), masses = arr(r$s), logLikelihood = num(r$value), kkt = num(r$kkt)) })
write_json(obj(made = made_with(), sets = lst(rows)))
