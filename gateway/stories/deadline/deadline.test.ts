import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { TRANSPORTS } from "../transports.ts";
import { SLOW, waitingRoom } from "./waiting-room.ts";

/** Of the gateway, in milliseconds. */
const TIME = 400;

describe.each(TRANSPORTS)("a question that takes too long, %s", (transport) => {
  let gateway: OpenedStory;
  let began: number;

  beforeAll(async () => {
    gateway = await openGateway({ services: waitingRoom(), transport, limits: { time: TIME } });
    // The first call of each service opens and compiles.
    await gateway.ask("{ quick fast }");
  });
  afterAll(() => gateway.close());
  beforeEach(() => {
    began = performance.now();
  });

  it("is answered in time with what is there, and SERVICE_UNAVAILABLE where it is not", async () => {
    const { status, data, errors } = await gateway.ask("{ quick slow }");
    expect(performance.now() - began).toBeLessThan(SLOW);
    expect(status).toBe(200);
    expect(data).toEqual({ quick: "quick", slow: null });
    expect(errors).toEqual([
      {
        message: "A part of the graph does not answer at the moment",
        path: ["slow"],
        extensions: { code: "SERVICE_UNAVAILABLE" },
      },
    ]);
  });

  it("is written down, once for each service that was too slow", async () => {
    const before = gateway.logged.length;
    await gateway.ask("{ quick slow }", { "x-request-id": `too-slow-${transport.length}` });
    expect(gateway.logged.slice(before)).toEqual([
      expect.objectContaining({ service: "slow", requestId: `too-slow-${transport.length}` }),
    ]);
  });

  it("is not cut off where it is a change: that is made, and told", async () => {
    const { data, errors } = await gateway.ask("mutation { change }");
    expect(errors).toBeUndefined();
    expect(data).toEqual({ change: "change" });
    expect(performance.now() - began).toBeGreaterThanOrEqual(SLOW - 5);
  });
});
