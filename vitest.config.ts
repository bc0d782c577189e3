import { defineConfig } from "vitest/config";

/** Four projects with their budgets [STYLE §4]. `process` runs the built `dist`. */
export default defineConfig({
  test: {
    reporters: ["default", "./test/reporter.ts"],
    projects: [
      {
        test: {
          name: "pure",
          pool: "threads",
          include: ["test/{core,charts,exchange}/**/*.test.ts", "test/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "node",
          include: ["test/{store,ingest,casework,cli,contract,docs,cases,server}/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "process",
          include: ["test/process/**/*.test.ts"],
          testTimeout: 90_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 80_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
