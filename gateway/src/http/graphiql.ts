import type { GatewayResponse } from "./message.ts";

/** The page to try queries on: loaded when it is first asked for, since it is large. */
export async function graphiqlPage(): Promise<GatewayResponse> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: renderGraphiQL({ title: "Convene", endpoint: "/graphql" }),
  };
}
