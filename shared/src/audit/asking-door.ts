import type { AuthDoor, AuthRequest } from "../auth-door.ts";
import { whileAsking } from "./asking.ts";

/** Sign-in whose writes are recorded as of the path that was asked for. */
export const askingDoor = (door: AuthDoor): AuthDoor => ({
  answer: (request) => whileAsking(askingOf(request), () => door.answer(request)),
  session: (cookie) => door.session(cookie),
  key: (key) => door.key(key),
  grant: (id) => door.grant(id),
  tokenKeys: () => door.tokenKeys(),
});

/** Without its query, in which a token may be. */
const askingOf = ({ path, client, requestId = null }: AuthRequest) => ({
  viewer: null,
  operation: path.split("?", 1)[0] ?? "",
  client,
  requestId,
});
