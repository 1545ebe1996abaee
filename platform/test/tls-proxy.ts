import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { createServer, request as httpsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSigned } from "./self-signed.ts";

export interface TlsAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

export interface TlsRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A proxy that ends TLS, as one stands in front of Convene on the internet. */
export interface TlsProxy {
  /** Where people reach what stands behind it. */
  readonly url: string;
  /** To the address of what stands behind it: from now on. */
  readonly passTo: (url: string) => void;
  /** As somebody who trusts its certificate. */
  readonly send: (path: string, request?: TlsRequest) => Promise<TlsAnswer>;
  readonly close: () => Promise<void>;
}

export async function openTlsProxy(): Promise<TlsProxy> {
  const own = selfSigned("localhost");
  let behind = "";
  const server = createServer(own, (incoming, outgoing) => {
    const { socket, headers, method, url = "/" } = incoming;
    const forwarded = {
      "x-forwarded-for": socket.remoteAddress ?? "",
      "x-forwarded-proto": "https",
      "x-forwarded-host": headers.host ?? "",
    };
    const options = { method, headers: { ...headers, ...forwarded } };
    const passed = httpRequest(new URL(url, behind), options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.once("error", () => outgoing.destroy());
    incoming.pipe(passed);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    passTo: (to) => {
      behind = to;
    },
    send: async (path, { method = "GET", headers = {}, body } = {}) => {
      const options = { method, headers, ca: own.cert, agent: false };
      const sending = httpsRequest(new URL(path, url), options);
      sending.end(body);
      const [response] = (await once(sending, "response")) as [IncomingMessage];
      let text = "";
      for await (const chunk of response) text += String(chunk);
      return { status: response.statusCode ?? 0, headers: response.headers, text };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
