import { COMMANDS, type CommandManifest, EVERYWHERE, type OptionManifest } from "./manifest.ts";

/** The page of all commands. */
export function helpPage(version: string): string {
  const widest = Math.max(...COMMANDS.map((c) => c.name.length));
  return [
    `silverblaze ${version}: who did it, who says so, on whose word, and what the silence means`,
    "",
    "  silverblaze COMMAND …      silverblaze COMMAND --help",
    "",
    ...COMMANDS.map((c) => `  ${c.name.padEnd(widest)}  ${c.about}`),
    "",
    "Start with:  silverblaze check draft.txt --against source-1.txt source-2.html",
    "             silverblaze compare a.txt b.txt",
    "             silverblaze demo",
    "",
    "Data goes to stdout, talk to stderr. Nothing leaves the machine unless you say --fetch.",
    "Exit: 0 done, 1 our fault, 2 usage, 3 an input was refused, 4 a check found something, 5 busy, 6 limit, 130 interrupted.",
    "",
  ].join("\n");
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
  const shown = options.flatMap(([name, about]) =>
    name.length > widest ? [`  ${name}`, `  ${"".padEnd(widest)}  ${about}`] : [`  ${name.padEnd(widest)}  ${about}`],
  );
  return [
    `silverblaze ${command.name} ${command.takes}`.trimEnd(),
    "",
    `  ${command.about}`,
    "",
    ...shown,
    "",
    "Examples:",
    ...command.examples.flatMap(([example, about]) => [`  silverblaze ${example}`, `      ${about}`]),
    "",
  ].join("\n");
}
