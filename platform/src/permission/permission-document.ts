import { SAMPLE_ROLES } from "@convene/shared/permission/sample";
import { type Answer, type PermissionRow, roleNames } from "./permission-table.ts";

const WORDS: Readonly<Record<Answer, string>> = {
  allowed: "yes",
  FORBIDDEN: "no",
  NOT_FOUND: "hidden",
  UNAUTHENTICATED: "sign in",
  shown: "yes",
  hidden: "–",
};

const HEAD = `# Who may do what

Written by \`npm run schema\` out of the policies themselves (\`services/*/src/*/*.permission.ts\` name them), and walked through
the gateway by \`platform/e2e/permissions.test.ts\`, cell by cell. Do not edit it: change the policy.

The table speaks of one organisation that is a member of one network and sits in one of its groups, and of somebody
("themselves") whom that organisation has entered. An owner, an editor and a delegate act for that organisation, and so belong to
its network; a co-lead, a group member and an observer fill a seat of that group for somebody else; "other's" are those of an
organisation, a group and a network that have nothing to do with them. Each column has that role and no other, but for
the reviewer who is a delegate too: nobody reviews a practice of their own organisation. Who sees what
moderators have taken down (\`TAKEN_DOWN\`) has no rows here: see [moderation](moderation.md).

Mutations:

- **yes**: may be tried; whether it then works is a matter of the input;
- **no**: \`FORBIDDEN\`;
- **hidden**: \`NOT_FOUND\`, in the words for what does not exist. So is every change of or with something that the viewer does not
  see, whatever the row says;
- **sign in**: \`UNAUTHENTICATED\`.

Fields and whole records: **yes** where they are shown, **–** where they are null, or left out of a list. Every question has a row, unless it is
answered with records, which have their own. A field that has none is for everybody who sees the record that it stands on. A tie (a seat, a membership, a role, an agenda item) is seen by those who see both of its ends.`;

/** The table for people: one for the mutations of each service, one for its protected fields. */
export function permissionDocument(rows: readonly PermissionRow[]): string {
  const services = [...new Set(rows.map(({ service }) => service))];
  const parts = services.flatMap((service) => {
    const own = rows.filter((row) => row.service === service);
    return [
      `## ${service}`,
      ...table(
        "mutation",
        own.filter(({ isMutation }) => isMutation),
      ),
      ...table(
        "field",
        own.filter(({ isMutation }) => !isMutation),
      ),
    ];
  });
  return `${[HEAD, ...parts].join("\n\n")}\n`;
}

function table(what: string, rows: readonly PermissionRow[]): string[] {
  if (rows.length === 0) return [];
  const head = [what, "of", ...roleNames.map((role) => SAMPLE_ROLES[role].title)];
  const body = rows.map(({ name, of, answers }) => [
    `\`${name}\``,
    of,
    ...roleNames.map((role) => WORDS[answers[role]]),
  ]);
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...body].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [[line(head), rule, ...body.map(line)].join("\n")];
}
