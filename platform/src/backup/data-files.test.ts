import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { removeTemporaryFolders, temporaryFolder } from "../../test/postgres-process.ts";
import { keptFiles } from "./data-files.ts";

afterAll(removeTemporaryFolders);

it("keeps mails by whose links somebody signs in only together with the secrets", async () => {
  const folder = await temporaryFolder("kept");
  await mkdir(join(folder, "mail"));
  const mails = ["mail/invitation-1.eml", "mail/reminder-2.eml", "mail/sign-in-3.eml"];
  const paper = "files/papers/ppv_01h";
  await mkdir(join(folder, "files/papers"), { recursive: true });
  await writeFile(join(folder, paper), "");
  for (const mail of mails) await writeFile(join(folder, mail), "");
  expect(await keptFiles(folder, { withSecrets: true })).toEqual([paper, ...mails]);
  expect(await keptFiles(folder, { withSecrets: false })).toEqual([paper, "mail/reminder-2.eml"]);
});
