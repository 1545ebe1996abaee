import { subscribe } from "node:diagnostics_channel";

/*
 * Loaded into every process that is measured, before anything else (`node --import`): it counts what
 * the process asks of others, and tells it when it is asked. Counting costs some nanoseconds a call,
 * the same for everybody.
 */
const counted = { http: 0, questions: 0 };

const count = (channel, what) => subscribe(channel, () => (counted[what] += 1));

count("undici:request:create", "http");
count("http.client.request.start", "http");
count("convene:subgraph:execute", "questions");

process.on("message", () => process.send(counted));
process.channel?.unref();
