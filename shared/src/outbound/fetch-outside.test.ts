import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fetchOutside, type OutsideOptions } from "./fetch-outside.ts";
import { internet, type OutsideNet } from "./outside-net.ts";
import { isPublicAddress } from "./public-address.ts";

const options: OutsideOptions = {
  maxBytes: 100,
  timeoutMs: 400,
  accept: ["text/calendar"],
  plainHttp: true,
};
const CALENDAR = "BEGIN:VCALENDAR";

let server: Server;
let port: number;
/** The paths that were reached. */
const reached: string[] = [];

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  "/calendar": (_, response) => {
    response.setHeader("content-type", "text/calendar; charset=utf-8").end(CALENDAR);
  },
  "/moved": (_, response) => response.writeHead(302, { location: "/calendar" }).end(),
  "/circle": (_, response) => response.writeHead(302, { location: "/circle" }).end(),
  "/inside": (_, response) =>
    response.writeHead(307, { location: `http://10.0.0.1:${port}/calendar` }).end(),
  "/inside-by-name": (_, response) =>
    response.writeHead(301, { location: `http://inside.test:${port}/calendar` }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/nowhere": (_, response) => response.writeHead(302, { location: "http://" }).end(),
  "/page": (_, response) => response.setHeader("content-type", "text/html").end("<html>"),
  "/missing": (_, response) => response.writeHead(404).end(),
  "/packed": (_, response) =>
    response
      .setHeader("content-type", "text/calendar")
      .setHeader("content-encoding", "gzip")
      .end("x"),
  "/says-long": (_, response) => {
    response.writeHead(200, { "content-type": "text/calendar", "content-length": "101" });
    response.write("x");
  },
  "/is-long": (_, response) => {
    response.setHeader("content-type", "text/calendar");
    response.write("x".repeat(60));
    response.write("x".repeat(60));
  },
  "/slow": (_, response) => {
    response.setHeader("content-type", "text/calendar").write("x");
  },
  "/silent": () => undefined,
};

/** This machine, under names of a net in which it is public; all else is as it is. */
const net: OutsideNet = {
  resolve: (host) => {
    const addresses: Record<string, string[]> = {
      "public.test": ["127.0.0.1"],
      "inside.test": ["10.0.0.1"],
      "both.test": ["127.0.0.1", "169.254.169.254"],
      "six.test": ["::1"],
      "mapped.test": ["::ffff:10.0.0.1"],
      "none.test": [],
    };
    const found = addresses[host];
    if (!found) return internet.resolve(host);
    return Promise.resolve(
      found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  },
  mayReach: (address) => address === "127.0.0.1" || isPublicAddress(address),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? "");
    ANSWERS[request.url ?? ""]?.(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => reached.splice(0));

const at = (path: string, host = "public.test") => `http://${host}:${port}${path}`;

it("reads what an address outside answers, a redirect followed", async () => {
  for (const path of ["/calendar", "/moved"]) {
    const { url, mediaType, body } = await fetchOutside(at(path), options, net);
    expect([url, mediaType, body.toString()]).toEqual([at("/calendar"), "text/calendar", CALENDAR]);
  }
});

it.each([
  ["a page in place of a calendar", "/page", "TYPE"],
  ["an answer that is none", "/missing", "STATUS"],
  ["what is packed", "/packed", "ENCODING"],
  ["what says that it is too long", "/says-long", "SIZE"],
  ["what turns out too long", "/is-long", "SIZE"],
  ["an answer that does not end", "/slow", "TIME"],
  ["no answer at all", "/silent", "TIME"],
  ["redirects without end", "/circle", "REDIRECT"],
  ["a redirect to nowhere", "/nowhere", "REDIRECT"],
  ["a redirect to a private address", "/inside", "ADDRESS"],
  ["a redirect to a name of a private address", "/inside-by-name", "ADDRESS"],
  ["a redirect to a file", "/file", "URL"],
])("refuses %s", async (_, path, reason) => {
  await expect(fetchOutside(at(path), options, net)).rejects.toMatchObject({ reason });
});

it.each(["inside.test", "both.test", "six.test", "mapped.test", "none.test"])(
  "connects to no name that means a private address: %s",
  async (host) => {
    const asking = fetchOutside(at("/calendar", host), options, net);
    await expect(asking).rejects.toMatchObject({ reason: "ADDRESS" });
    expect(reached).toEqual([]);
  },
);

it("sends nothing by http unless told", async () => {
  const { plainHttp: _, ...secure } = options;
  const asking = fetchOutside(at("/calendar"), secure, net);
  await expect(asking).rejects.toMatchObject({ reason: "URL" });
  expect(reached).toEqual([]);
});

/** All of these are this machine, a private network, or the metadata of a cloud. */
const PRIVATE = [
  "127.0.0.1",
  "2130706433",
  "0x7f.1",
  "0177.0.0.1",
  "127.1",
  "0",
  "localhost",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.0.1",
  "100.64.0.1",
  "169.254.169.254",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[2002:7f00:1::]",
  "[2001::1]",
  "[fd00::1]",
  "[fe80::1]",
  "[ff02::1]",
  "224.0.0.1",
  "255.255.255.255",
];

it.each(PRIVATE)("reaches nothing at %s", async (host) => {
  const url = `http://${host}:${port}/calendar`;
  await expect(fetchOutside(url, options)).rejects.toMatchObject({ reason: "ADDRESS" });
  expect(reached).toEqual([]);
});

it.each([
  "",
  "calendar",
  "//host/x",
  "file:///etc/passwd",
  "ftp://example.org",
  "data:text/calendar,x",
])("reads no address like %p", async (url) => {
  await expect(fetchOutside(url, options)).rejects.toMatchObject({ reason: "URL" });
});

it("sends nobody's password", async () => {
  const url = `http://user:password@public.test:${port}/calendar`;
  await expect(fetchOutside(url, options, net)).rejects.toMatchObject({ reason: "URL" });
});

it("knows public addresses", () => {
  expect(["8.8.8.8", "2a00:1450:4001:81b::200e"].map(isPublicAddress)).toEqual([true, true]);
  expect(["", "example.org", "fe80::1%eth0"].map(isPublicAddress)).toEqual([false, false, false]);
});
