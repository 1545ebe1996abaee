import type { AuthDoor, AuthRequest } from "../auth-door.ts";
import { type PageDoor, pageName } from "../page/page-door.ts";
import { viewerOf, whileAsking } from "./asking.ts";

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

/** The same of the pages of a service. */
export const askingPages = (pages: PageDoor): PageDoor => ({
  owner: (path) => pages.owner(path),
  answer: (viewer, request) => {
    const { path, client } = request;
    const asking = { viewer: viewerOf(viewer), operation: pageName(path), client, requestId: null };
    return whileAsking(asking, () => pages.answer(viewer, request));
  },
});
