// Holds the write lock of a case until it is killed.

import { writeSync } from "node:fs";
import Database from "better-sqlite3";

const db = new Database(process.argv[2]);
db.exec("BEGIN IMMEDIATE");
writeSync(1, `${process.pid}\n`);
// Named here, or the lock goes with the garbage.
setInterval(() => db.inTransaction, 1000);
