import { serveAlone, workAlone } from "@convene/shared/server/serve-alone";
import type { Service } from "@convene/shared/service/service";
import {
  administratorLink,
  AdministratorLinkService,
} from "./administrator-link/administrator-link.service.ts";
import { readConfig } from "./config.ts";
import { identity } from "./definition.ts";

/** `main.ts administrator`: prints a link for the first administrator; the one before dies. */
async function printLink({ parts: { db, transactions, site } }: Service): Promise<void> {
  const token = await new AdministratorLinkService(db, transactions).make();
  if (token !== null) {
    process.stdout.write(`${administratorLink(site.url(), token)}\n`);
  } else {
    process.stderr.write(`There is an administrator already: ${site.url()}/auth/sign-in\n`);
    process.exitCode = 1;
  }
}

if (process.argv[2] === "administrator") await workAlone(identity, readConfig(), printLink);
else await serveAlone(identity, readConfig());
