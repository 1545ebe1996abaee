import { Hono } from "hono";
import type { BounceService } from "./bounce.service.ts";

/**
 * Where a mail server, or a provider's program, reports what came back. It needs no secret: whoever
 * knows the token has had the mail. Every answer is the same.
 */
export function bouncePages(bounces: BounceService): Hono {
  const pages = new Hono();
  pages.post("/bounces", async (context) => {
    await bounces.note(await context.req.text());
    return context.text("Thank you", 202);
  });
  return pages;
}
