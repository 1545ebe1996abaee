import type { RowFault } from "@convene/shared/table/row-reading";
import { foldWords } from "@convene/shared/table/text-folding";
import type { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";

/**
 * What files call the kinds of organisations, by the category that we take them for: the labels of
 * HumanitarianResponse.info's organization types first, then what field offices write in English,
 * French and Spanish. Where several categories share an HR.info type, the most general one is
 * meant. A label that says too little (Military, Network) is no category.
 */
export const KIND_LABELS: Readonly<Record<string, readonly string[]>> = {
  "civil-society": [
    ...[
      "International NGO",
      "National NGO",
      "INGO",
      "NNGO",
      "NGO",
      "Local NGO",
      "LNGO",
      "CBO",
      "CSO",
    ],
    ...["Civil society organisation", "Civil society organization", "Community-based organisation"],
    ...["Community-based organization", "Non-governmental organisation"],
    ...["Non-governmental organization", "Charity"],
    ...[
      "ONG Internationale",
      "ONG nationale",
      "ONG locale",
      "ONG",
      "ONGI",
      "ONGN",
      "Société civile",
    ],
    ...["Organisation de la société civile", "OSC", "Association", "Association nationale"],
    ...["ONG Internacional", "ONG Nacional", "ONG Local", "Sociedad civil"],
    ...["Organización de la sociedad civil", "Organización de base comunitaria"],
  ],
  "un-system": [
    ...["United Nations", "UN", "UN agency", "UN agencies", "United Nations agency"],
    ...[
      "Nations Unies",
      "ONU",
      "Agence des Nations Unies",
      "Agence ONU",
      "Système des Nations Unies",
    ],
    ...[
      "Naciones Unidas",
      "Agencia de Naciones Unidas",
      "Agencia ONU",
      "Sistema de Naciones Unidas",
    ],
  ],
  "red-cross-red-crescent": [
    ...["Red Cross / Red Crescent", "Red Cross", "Red Crescent", "Red Cross Movement", "RCRC"],
    ...["Red Cross and Red Crescent Movement", "International Red Cross and Red Crescent Movement"],
    ...["Croix-Rouge / Croissant-Rouge", "Croix-Rouge", "Croissant-Rouge"],
    ...["Mouvement Croix-Rouge", "Mouvement de la Croix-Rouge et du Croissant-Rouge"],
    ...["Cruz Roja / Media Luna Roja", "Cruz Roja", "Movimiento de la Cruz Roja Media Luna Roja"],
    ...["Movimiento de la Cruz Roja", "Movimiento de la Cruz Roja y de la Media Luna Roja"],
  ],
  "member-state": [
    ...["Government", "National government", "Ministry", "Governmental"],
    ...["Gouvernement", "Gouvernemental", "Ministère", "État", "Services étatiques"],
    ...["Gobierno", "Gobierno nacional", "Gubernamental", "Ministerio"],
  ],
  "local-authorities": [
    ...["Local government", "Local authority", "Municipality", "City"],
    ...["Collectivité locale", "Collectivité territoriale", "Mairie", "Commune"],
    ...["Gobierno local", "Autoridad local", "Municipio", "Alcaldía", "Municipalidad"],
  ],
  foundation: [
    ...["Donor", "Donors", "Foundation", "Bailleur", "Bailleurs", "Bailleur de fonds", "Fondation"],
    ...["Donante", "Donantes", "Fundación", "Cooperante", "Cooperantes"],
  ],
  "faith-based": [
    ...["Religious", "Faith-based", "Faith-based organisation", "Faith-based organization", "FBO"],
    ...["Religieux", "Confessionnel", "Organisation confessionnelle", "Église"],
    ...["Religioso", "Iglesia", "Iglesia - Grupo Religioso", "Organización religiosa"],
  ],
  intergovernmental: [
    ...["International Organization", "International Organisation", "Intergovernmental"],
    ...[
      "Intergovernmental organization",
      "Intergovernmental organisation",
      "Regional organisation",
    ],
    ...["Organisation internationale", "Organisation intergouvernementale"],
    ...["Organismo Internacional", "Organización internacional", "Organización intergubernamental"],
  ],
  academia: [
    ...["Academic / Research", "Academic", "Academia", "University", "Research institute"],
    ...["Research", "Think tank", "Académique / Recherche", "Université", "Institut de recherche"],
    ...["Académico", "Academia / Investigación", "Universidad", "Instituto de investigación"],
  ],
  "private-sector": [
    ...["Private sector", "Private", "Company", "Business", "Secteur privé", "Entreprise"],
    ...["Sector privado", "Privado", "Empresa", "Empresa privada"],
  ],
  media: ["Media", "Médias", "Medios", "Medios de comunicación"],
  "trade-unions": ["Trade union", "Union", "Syndicat", "Sindicato"],
  nhri: [
    ...["National human rights institution", "NHRI", "Ombudsman"],
    ...["Institution nationale des droits de l'homme", "INDH"],
    ...["Institución nacional de derechos humanos", "Defensoría del Pueblo"],
  ],
  parliamentarians: ["Parliament", "Parlement", "Parlamento", "Congreso"],
  "migrant-diaspora": [
    ...["Diaspora organisation", "Diaspora organization", "Diaspora", "Migrant-led organisation"],
    ...["Migrant-led organization", "Organisation de la diaspora", "Organización de la diáspora"],
  ],
  other: ["Other", "Others", "Autre", "Autres", "Otro", "Otra", "Otros"],
};

/** The id of the category that a label means, null for none: by its own id or label, or as above. */
export type KindReader = (label: string) => string | null;

/** Of the vocabulary as it is loaded: a category that it has not is never meant. */
export function kindReader(categories: readonly StakeholderCategory[]): KindReader {
  const ids = new Map<string, string>();
  for (const { id } of categories) {
    for (const label of KIND_LABELS[id] ?? []) ids.set(foldWords(label), id);
  }
  for (const { id, label } of categories) ids.set(foldWords(label), id).set(foldWords(id), id);
  return (label) => ids.get(foldWords(label)) ?? null;
}

interface KindRead {
  readonly id: string | null;
  readonly faults: readonly RowFault[];
}

/** What a cell says of the kind; a fault where nobody knows the label. */
export function readKind(label: string | null, kindOf: KindReader, field: string): KindRead {
  const id = label === null ? null : kindOf(label);
  if (label === null || id !== null) return { id, faults: [] };
  const reason = "is no type of organisation that is known here";
  return { id, faults: [{ field, reason, cell: label }] };
}
