import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Where a skip counts as a failure: in CI, where everything that a test needs has been installed. */
const noSkips = process.env.SILVERBLAZE_NO_SKIPS === "1";

/** Ends a run with the one line `N passed, N failed, N skipped`; a file that does not load counts as failed. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    const skipped: TestCase[] = [];
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") {
          failed++;
          own++;
        } else skipped.push(test);
      }
      if (own === 0 && module.state() === "failed") failed++;
    }
    const left = noSkips ? 0 : skipped.length;
    if (noSkips && skipped.length > 0) {
      failed += skipped.length;
      process.exitCode = 1;
      process.stdout.write(`\nskipped, which counts as failed here:\n${skipped.map(named).join("\n")}\n`);
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${left} skipped\n`);
  }
}

function named(test: TestCase): string {
  const result = test.result();
  const note = result.state === "skipped" && result.note !== undefined ? ` (${result.note})` : "";
  return `  ${test.module.relativeModuleId} > ${test.fullName}${note}`;
}
