import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with the one line `N passed, N failed, N skipped`; a file that does not load counts as failed. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") {
          failed++;
          own++;
        } else skipped++;
      }
      if (own === 0 && module.state() === "failed") failed++;
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    if (process.env.SILVERBLAZE_NO_SKIPS === "1" && skipped > 0) {
      process.stdout.write("a skipped test counts as a failure here\n");
      process.exitCode = 1;
    }
  }
}
