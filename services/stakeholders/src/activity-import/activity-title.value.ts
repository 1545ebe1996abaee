/**
 * What the columns of "who does what where" files are called in English, French and Spanish, best
 * first; case, accents and punctuation do not count. Hashtags come before titles.
 */
export const ACTIVITY_TITLES = {
  activity: [
    ...["record_id", "record id", "activity id", "act id", "id", "no", "identifiant de l'activité"],
  ],
  implementer: [
    ...["implementing_org", "implementing organisation", "implementing organization"],
    ...["implementing partner", "implementing partners", "implementing agency", "implementer"],
    ...["organisation de mise en œuvre", "partenaire de mise en œuvre", "partenaire d'exécution"],
    ...["organización implementadora", "socio implementador", "implementador", "organisation"],
    ...["organization", "organización", "partenaire", "partner"],
  ],
  implementerAcronym: [
    ...["implementing_acronym", "implementing organisation acronym", "acronym", "acronyme"],
    ...["sigle", "siglas", "acrónimo", "acrónimo de la organización implementadora"],
  ],
  implementerType: [
    ...["implementing_org_type", "implementing organisation type", "implementing partner type"],
    ...["type of organisation", "organisation type", "organization type", "org type"],
    ...["type d'organisation", "tipo de organización implementadora", "tipo de organización"],
  ],
  lead: [
    ...[
      "lead_org",
      "lead organisation",
      "lead organization",
      "lead agency",
      "lead partner",
      "lead",
    ],
    ...["programming organisation", "programming organization", "prime partner"],
    ...["organisation chef de file", "organisation responsable", "agence chef de file"],
    ...[
      "organización principal",
      "organización líder",
      "organización responsable",
      "agencia líder",
    ],
  ],
  leadType: [
    ...["lead_org_type", "lead organisation type", "lead organization type"],
    ...["type d'organisation chef de file", "tipo de organización principal"],
  ],
  funder: [
    ...["funder_org", "funder", "funder", "donor", "donors", "funding organisation"],
    ...["funding organization", "funded by", "bailleur", "bailleurs", "bailleur de fonds"],
    ...["organización donante", "donante", "donantes", "financiador"],
  ],
  status: ["status", "activity status", "statut", "estado", "estatus"],
} satisfies Readonly<Record<string, readonly string[]>>;
