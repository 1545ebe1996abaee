import { claimsSchema } from "@convene/shared/viewer";
import type { ClaimsSource } from "../viewer/claims.ts";
import type { SignedClient } from "./signed-client.ts";

const PATH = "/internal/claims";

/** The roles that a service in another process gives a person. */
export const httpClaims =
  (client: SignedClient): ClaimsSource =>
  async (person) => {
    const path = `${PATH}?${new URLSearchParams({ person }).toString()}`;
    const requestId = `claims-${client.address.service}`;
    const { status, text } = await client.send({ method: "GET", path, viewer: null, requestId });
    if (status !== 200) throw new Error(`${client.address.service} answered ${status} to ${PATH}`);
    return claimsSchema.parse(JSON.parse(text));
  };
