#!/usr/bin/env node
import { runCli } from "../cli/frame.ts";
import { realWorld } from "../cli/world.ts";

process.exitCode = await runCli(process.argv.slice(2), realWorld());
