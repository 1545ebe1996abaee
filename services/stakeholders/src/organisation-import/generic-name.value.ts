import { foldWords } from "@convene/shared/table/text-folding";

/**
 * What files write where an organisation should stand and none is named: a kind of body, "other",
 * the money of one's own. In English, French and Spanish, without articles and accents.
 */
const GENERIC_NAMES: ReadonlySet<string> = new Set(
  [
    ...["other", "others", "other organisation", "other organisations", "other organization"],
    ...["other partner", "other partners", "various", "various partners", "several", "multiple"],
    ...["multiple donors", "various donors", "organisation", "organization", "partner", "partners"],
    ...["local partner", "local partners", "implementing partner", "implementing partners"],
    ...[
      "donor",
      "donors",
      "private donor",
      "private donors",
      "private",
      "own funds",
      "self funded",
    ],
    ...[
      "government",
      "local government",
      "authorities",
      "local authorities",
      "ministry",
      "embassy",
    ],
    ...["municipality", "governorate", "ngo", "ngos", "ingo", "nngo", "cso", "csos", "community"],
    ...["communities", "volunteers", "individuals", "children", "women", "youth", "refugees"],
    ...[
      "autre",
      "autres",
      "autre organisation",
      "autres organisations",
      "autre partenaire",
      "divers",
    ],
    ...["plusieurs", "partenaire", "partenaires", "partenaire local", "partenaires locaux"],
    ...["bailleur", "bailleurs", "fonds propres", "gouvernement", "autorités locales", "ministère"],
    ...["ambassade", "mairie", "commune", "gouvernorat", "ong", "ongs", "communauté", "enfants"],
    ...["otro", "otra", "otros", "otras", "otra entidad", "otras entidades", "otra organización"],
    ...["otra entidad territorial", "otras entidades territoriales", "otro socio", "otros socios"],
    ...["entidad territorial", "varios", "varias", "socio", "socios", "socio local", "donante"],
    ...["donantes", "fondos propios", "gobierno", "gobierno local", "gobernación", "alcaldía"],
    ...["municipalidad", "municipio", "ministerio", "embajada", "autoridades", "comunidad"],
    ...["comunidades", "niños", "niñas", "mujeres"],
  ].map(foldWords),
);

/** Whether a name is that of a kind, so that it names nobody. */
export const isGenericName = (name: string): boolean => GENERIC_NAMES.has(foldWords(name));
