import { canSee } from "@convene/shared/audience";
import { hasNetworkRole, hasOrganisationRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import { Person } from "./person.entity.ts";

type Kept = Pick<Person, "id" | "audience" | "organisations" | "networks">;
type Keeper = Pick<Person, "id" | "keeperId">;

export const isSelf = (viewer: Viewer | null, { id }: Pick<Person, "id">): boolean =>
  viewer?.person === id;

/** Everybody sees themselves; others as their audience says. */
export const canSeePerson = (viewer: Viewer | null, person: Kept): boolean =>
  isSelf(viewer, person) || canSee(viewer, person);

/** What they say of themselves has an audience of its own, where they have chosen one. */
const canSeeAbout = (
  viewer: Viewer | null,
  person: Kept & Pick<Person, "aboutAudience">,
): boolean =>
  person.aboutAudience === null ||
  canSeePerson(viewer, { ...person, audience: person.aboutAudience });

/** Somebody whom the viewer sees, without what they do not see of them. */
export const personAsSeenBy = (viewer: Viewer | null, person: Person): Person =>
  canSeeAbout(viewer, person) ? person : Object.assign(new Person(), person, { about: null });

/** They themselves, whoever acts for the organisation that keeps the record, administrators. */
export const canEditPerson = (viewer: Viewer | null, person: Keeper): boolean =>
  isAdmin(viewer) ||
  isSelf(viewer, person) ||
  (person.keeperId !== null && hasOrganisationRole(viewer, person.keeperId, ["OWNER", "EDITOR"]));

/**
 * The owners of the organisation that keeps the record, and administrators. They themselves do so
 * by their account alone, where they first prove that it is they: a key that was found, or a browser
 * that was left open, must not be enough.
 */
export const canDeletePerson = (viewer: Viewer | null, person: Keeper): boolean =>
  isAdmin(viewer) ||
  (person.keeperId !== null && hasOrganisationRole(viewer, person.keeperId, ["OWNER"]));

/** Somebody without an organisation is entered by an administrator or a network's secretariat. */
export const canCreateIndependentPerson = (viewer: Viewer): boolean =>
  isAdmin(viewer) ||
  hasNetworkRole(
    viewer,
    viewer.networks.map(({ id }) => id),
    ["SECRETARIAT"],
  );
