import { openPostgres } from "../src/postgres/open-postgres.ts";
import { postmasterPid } from "./postgres-process.ts";

/** A process that ends without having stopped its database. Writes the server's pid behind `#`. */
const [dataFolder = ""] = process.argv.slice(2);
const { url } = await openPostgres({ dataFolder, durable: false });
process.stdout.write(`${JSON.stringify({ url: `${url}#${postmasterPid(dataFolder)}` })}\n`);
setTimeout(() => process.exit(3), 100);
