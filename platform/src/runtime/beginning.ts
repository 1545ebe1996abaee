import {
  administratorLink,
  AdministratorLinkService,
} from "@convene/identity/administrator-link/administrator-link.service";
import type { Service } from "@convene/shared/service/service";

/** There is no administrator yet. */
export interface Beginning {
  /** By which somebody becomes the first; null when one was given out before. */
  readonly link: string | null;
}

const linksOf = ({ parts }: Service) => new AdministratorLinkService(parts.db, parts.transactions);

/** A link is shown the first time only: what stands in a terminal is read by others. */
export async function beginIn(identity: Service, url: string): Promise<Beginning | null> {
  const links = linksOf(identity);
  if (await links.hasAdministrator()) return null;
  const token = await links.makeFirst();
  return { link: token === null ? null : administratorLink(url, token) };
}

/** A new link, in place of the one before; null where there is an administrator. */
export async function beginAnew(identity: Service, url: string): Promise<string | null> {
  const token = await linksOf(identity).make();
  return token === null ? null : administratorLink(url, token);
}
