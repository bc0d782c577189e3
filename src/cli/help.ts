import { COMMANDS, type CommandManifest, EVERYWHERE, type OptionManifest } from "./manifest.ts";
import { wrap } from "./terminal.ts";

/** Columns of a help page; a command line that is longer stays whole. */
const COLUMNS = 80;

/** The page of all commands. */
export function helpPage(version: string): string {
  const widest = Math.max(...COMMANDS.map((c) => c.name.length));
  return [
    ...wrap(`silverblaze ${version}: who did it, who says so, on whose word, and what the silence means`, COLUMNS),
    "",
    "  silverblaze COMMAND …      silverblaze COMMAND --help",
    "",
    ...COMMANDS.flatMap((c) => entry(c.name, c.about, widest)),
    "",
    "Start with:  silverblaze check draft.txt --against source-1.txt source-2.html",
    "             silverblaze compare a.txt b.txt",
    "             silverblaze demo",
    "",
    ...wrap("Data goes to stdout, talk to stderr. Nothing leaves the machine unless you say --fetch.", COLUMNS),
    ...wrap(
      "Exit: 0 done, 1 our fault, 2 usage, 3 an input was refused, 4 a check found something, 5 busy, 6 limit, 130 interrupted.",
      COLUMNS,
      "      ",
    ),
    "",
  ].join("\n");
}

/** A name and what it is about beside it, on as many lines as that takes; under a name that is too wide for its column. */
function entry(name: string, about: string, widest: number): string[] {
  const indent = "".padEnd(widest + 4);
  const [first = "", ...rest] = wrap(about, COLUMNS - indent.length).map((l, i) => (i === 0 ? l : `${indent}${l}`));
  return name.length > widest
    ? [`  ${name}`, `${indent}${first}`, ...rest]
    : [`  ${name.padEnd(widest)}  ${first}`, ...rest];
}

function line(o: OptionManifest): [string, string] {
  const short = o.short === undefined ? "" : `-${o.short}, `;
  return [
    `${short}--${o.name}${o.value === undefined ? "" : ` ${o.value}`}`,
    `${o.about}${o.many ? " (again for more)" : ""}`,
  ];
}

/** The page of one command, with examples. */
export function commandHelp(command: CommandManifest): string {
  const options = [...command.options, ...EVERYWHERE].map(line);
  const widest = Math.min(28, Math.max(...options.map(([name]) => name.length)));
  const shown = options.flatMap(([name, about]) => entry(name, about, widest));
  return [
    `silverblaze ${command.name} ${command.takes}`.trimEnd(),
    "",
    ...wrap(command.about, COLUMNS - 2).map((l) => `  ${l}`),
    "",
    ...shown,
    "",
    "Examples:",
    ...command.examples.flatMap(([example, about]) => [
      `  silverblaze ${example}`,
      ...wrap(about, COLUMNS - 6).map((l) => `      ${l}`),
    ]),
    "",
  ].join("\n");
}
