import { openPostgres } from "../src/postgres/open-postgres.ts";

/**
 * A process that opens a data folder as `npm start` does, so that tests can kill it. Arguments:
 * the data folder, `durable` or `volatile`, and the folder that stands for /var/lib/convene.
 * Writes one line of JSON, then waits for SIGTERM, which stops the database.
 */
const [dataFolder = "", durability, systemFolder] = process.argv.slice(2);
const begun = performance.now();
try {
  const opened = await openPostgres({
    dataFolder,
    durable: durability === "durable",
    ...(systemFolder ? { systemFolder } : {}),
    onLost: (sentence) => process.stdout.write(`${JSON.stringify({ lost: sentence })}\n`),
  });
  const { url, notice, takenOver } = opened;
  const took = Math.round(performance.now() - begun);
  process.stdout.write(`${JSON.stringify({ url, notice, takenOver, took })}\n`);
  const alive = setInterval(() => undefined, 60_000);
  process.once("SIGTERM", () => {
    void opened.stop().then(() => {
      clearInterval(alive);
    });
  });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  process.stdout.write(`${JSON.stringify({ name, message })}\n`);
  process.exitCode = 1;
}
