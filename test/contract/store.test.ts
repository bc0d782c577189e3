import { join } from "node:path";
import { onTestFinished } from "vitest";
import { memoryStore } from "../../src/store/memory.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { folder } from "../store/events.ts";
import { type StoreUnderTest, storeContract } from "./store.contract.ts";

// One entry a store. PostgreSQL joins here when it is built.
const STORES: readonly StoreUnderTest[] = [
  {
    name: "memory",
    outlives: false,
    fresh: async (world) => {
      const store = memoryStore(world);
      return { store, again: async () => store };
    },
  },
  {
    name: "sqlite",
    outlives: true,
    fresh: async (world) => {
      const path = join(folder(), "maren.silverblaze");
      await (await openSqlite(path, { create: true })).close();
      const store = await openSqlite(path, world);
      onTestFinished(() => store.close());
      return { store, again: () => openSqlite(path, world) };
    },
  },
];

for (const store of STORES) storeContract(store);
