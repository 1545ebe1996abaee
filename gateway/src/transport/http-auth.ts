import {
  type AuthDoor,
  authResponseSchema,
  grantSchema,
  keyHolderSchema,
  signedInSchema,
  tokenKeysSchema,
} from "@convene/shared/auth-door";
import { serviceUnavailable } from "@convene/shared/errors";
import type { ErrorLog } from "@convene/shared/error-masking";
import { z } from "zod";
import type { SignedClient } from "./signed-client.ts";

const AUTH_PATH = "/internal/auth";
const SESSION_PATH = "/internal/session";
const KEY_PATH = "/internal/key";
const GRANT_PATH = "/internal/grant";
const TOKEN_KEYS_PATH = "/internal/token-keys";

const sessionSchema = z.object({ session: signedInSchema.nullable() });
const holderSchema = z.object({ holder: keyHolderSchema.nullable() });
const grantedSchema = z.object({ grant: grantSchema.nullable() });

/** Sign-in by the service of accounts in another process, over signed HTTP. */
export class HttpAuth implements AuthDoor {
  constructor(
    private readonly client: SignedClient,
    private readonly log: ErrorLog,
  ) {}

  answer: AuthDoor["answer"] = (request) => this.send(AUTH_PATH, request, authResponseSchema);

  session: AuthDoor["session"] = async (cookie) =>
    (await this.send(SESSION_PATH, { cookie }, sessionSchema)).session;

  key: AuthDoor["key"] = async (key) => (await this.send(KEY_PATH, { key }, holderSchema)).holder;

  grant: AuthDoor["grant"] = async (id) =>
    (await this.send(GRANT_PATH, { id }, grantedSchema)).grant;

  tokenKeys: AuthDoor["tokenKeys"] = () => this.send(TOKEN_KEYS_PATH, {}, tokenKeysSchema);

  /** @throws SERVICE_UNAVAILABLE */
  private async send<T>(path: string, content: object, schema: z.ZodType<T>): Promise<T> {
    const body = JSON.stringify(content);
    try {
      const { status, text } = await this.client.send({
        method: "POST",
        path,
        body,
        viewer: null,
        requestId: `auth-${this.client.address.service}`,
      });
      if (status !== 200) throw new Error(`It answered ${status} to ${path}`);
      return schema.parse(JSON.parse(text));
    } catch (err) {
      this.log.error({ err, service: this.client.address.service }, "nobody can sign in");
      throw serviceUnavailable();
    }
  }
}
