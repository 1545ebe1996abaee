import type { RequestListener, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type FarService, openFarService } from "./far-service.ts";

let far: FarService;

afterEach(() => far.close());

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const hello = { data: { greeting: "hello" } };

const unavailable = (field: string) => ({
  data: { [field]: null },
  errors: [
    {
      message: "A part of the graph does not answer at the moment",
      path: [field],
      extensions: { code: "SERVICE_UNAVAILABLE" },
    },
  ],
});

/** Breaks the first connection, and answers on the next. */
function brokenOnce(data: object): RequestListener {
  let broken = false;
  return (request, response) => {
    if (broken) return void json(response, { data });
    broken = true;
    request.socket.destroy();
  };
}

describe("a service on another machine", () => {
  it.each<[string, RequestListener]>([
    ["answers 500", (_, response) => json(response, { oops: true }, 500)],
    ["answers 401", (_, response) => json(response, { errors: [{ message: "who?" }] }, 401)],
    ["answers something else", (_, response) => response.end("<html>proxy</html>")],
    ["answers JSON of another form", (_, response) => json(response, { data: [1, 2] })],
    ["breaks every connection", (request) => request.socket.destroy()],
  ])("is told to be unavailable when it %s", async (_, answer) => {
    far = await openFarService(answer);
    expect(await far.ask("{ greeting }")).toEqual(unavailable("greeting"));
    expect(far.logged).toHaveLength(1);
    expect(far.logged[0]).toMatchObject({ service: "far" });
  });

  it("is left alone after five questions that it failed, and asked again a second later", async () => {
    let isBroken = true;
    far = await openFarService((_, response) => json(response, hello, isBroken ? 500 : 200));
    for (let n = 0; n < 7; n += 1) {
      expect(await far.ask("{ greeting }")).toEqual(unavailable("greeting"));
    }
    expect(far.came).toHaveLength(5);
    isBroken = false;
    await pause(1_050);
    expect(await far.ask("{ greeting }")).toEqual(hello);
    expect(await far.ask("{ greeting }")).toEqual(hello);
  });

  it("is asked a query once more when the connection breaks", async () => {
    far = await openFarService(brokenOnce({ greeting: "hello" }));
    expect(await far.ask("{ greeting }")).toEqual(hello);
    expect(far.came).toHaveLength(2);
    expect(far.logged).toEqual([]);
  });

  it("is never asked to change something twice", async () => {
    far = await openFarService(brokenOnce({ greet: "hello" }));
    expect(await far.ask("mutation { greet }")).toEqual(unavailable("greet"));
    expect(far.came).toHaveLength(1);
  });

  it("may say what only the gateway may say: then it is a fault inside", async () => {
    const extensions = { code: "GRAPHQL_VALIDATION_FAILED", serviceName: "far", stacktrace: ["x"] };
    far = await openFarService((_, response) =>
      json(response, { data: null, errors: [{ message: "no field x in far", extensions }] }),
    );
    const told = JSON.stringify(await far.ask("{ greeting }"));
    expect(told).toMatch(/"Internal error".*"INTERNAL_SERVER_ERROR"/);
    expect(told).not.toMatch(/far|stacktrace/);
  });

  it("is not waited for by a client that went away, unless it changes something", async () => {
    const closed: string[] = [];
    let client = new AbortController();
    far = await openFarService((request, response) => {
      request.socket.once("close", () => closed.push("connection"));
      client.abort();
      setTimeout(() => json(response, { data: { greet: "hello" } }), 300);
    });
    expect(await far.ask("{ greeting }", client.signal)).toEqual(unavailable("greeting"));
    expect(far.logged).toEqual([]);
    client = new AbortController();
    const change = await far.ask("mutation { greet }", client.signal);
    expect(change).toEqual({ data: { greet: "hello" } });
    expect(closed).toEqual(["connection"]);
  });
});
