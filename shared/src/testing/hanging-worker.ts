import "reflect-metadata";
import { Audit } from "../audit/audit.ts";
import { createDataSource } from "../database/data-source.ts";
import { Transactions } from "../database/transaction.ts";
import { openJobs } from "../job/jobs.ts";
import { noMailer } from "../mail/mailer.ts";
import { Feeds } from "../replica/feeds.ts";
import { noSite } from "../site.ts";
import { noStorage } from "../storage/file-storage.ts";
import { sayJob } from "./word-job.ts";

/** A process that takes the jobs of one schema, says so, and never ends one: to be killed. */
const [url = "", schema = ""] = process.argv.slice(2);
const log = { info: () => undefined, error: () => undefined };
const hang = sayJob(() => {
  process.stdout.write("took it\n");
  return new Promise(() => undefined);
});
const tables = { name: "words", entities: [], migrations: [], jobs: [hang] };
const connection = { url, settings: { search_path: `${schema},extensions` } };
const db = await createDataSource(tables, connection).initialize();
const jobs = await openJobs(tables, db, connection);
const feeds = new Feeds({ db, replicas: [], feeds: [], log });
const transactions = new Transactions(db, "words");
const audit = new Audit({ db, service: "words", rules: {}, log });
const noWay = { mail: noMailer, site: noSite, files: noStorage };
const parts = { db, transactions, feeds, audit, ...noWay };
jobs.work({ onChange: () => () => undefined }, parts, log);
