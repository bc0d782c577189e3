import { defineConfig } from "vitest/config";

/** What takes minutes, or reads a folder that is not in the repository: npm run test:long. */
export default defineConfig({
  test: { include: ["test/long/**/*.test.ts"], testTimeout: 1_800_000, fileParallelism: false },
});
