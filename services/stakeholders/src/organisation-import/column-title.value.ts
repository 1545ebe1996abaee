/**
 * What columns are called in English, French and Spanish, best first; case, accents and punctuation
 * do not count. Hashtags come before titles.
 */
export const TITLES = {
  identifier: [
    ...["org_id", "organisation id", "organization id", "organisation identifier"],
    ...["organization identifier", "identifier", "recipient_id", "recipient org:identifier"],
    ...["identifiant", "identifiant de l'organisation", "id organisation", "code organisation"],
    ...["identificador", "identificador de la organización", "id organización"],
  ],
  name: [
    ...["name", "org_name", "organisation name", "organization name", "name of organisation"],
    ...["name of organization", "organisation", "organization", "charity name"],
    ...["recipient org:name", "implementing organisation", "implementing organization"],
    ...["nom", "nom de l'organisation", "organisation de mise en œuvre", "partenaire"],
    ...["nombre", "nombre de la organización", "organización", "organización implementadora"],
  ],
  countries: [
    ...["countries", "country", "country_iso3", "country_iso2", "country code", "iso3", "iso2"],
    ...["pays", "code pays", "país", "países", "código de país"],
  ],
  acronym: [
    ...["acronym", "abbreviation", "short name"],
    ...["acronyme", "sigle", "acrónimo", "siglas", "sigla"],
  ],
  otherNames: [
    ...["other names", "other name", "also known as", "aliases", "alias", "former names"],
    ...["autres noms", "anciens noms", "otros nombres", "nombres anteriores"],
  ],
  datasetUrl: ["dataset url", "source_url", "source url", "url de la source", "url de la fuente"],
  datasetLicense: ["licence", "license", "data licence", "data license", "licencia"],
  datasetDate: ["retrieved on", "retrieved", "date retrieved", "consulté le", "consultado el"],
  type: [
    ...["org_type", "organisation type", "organization type", "type of organisation"],
    ...["type of organization", "stakeholder category", "category", "type"],
    ...["type d'organisation", "catégorie"],
    ...["tipo de organización", "tipo de organización implementadora", "categoría", "tipo"],
  ],
  areas: [
    ...["adm1_areas", "adm1_name", "adm1", "admin 1", "areas", "regions", "region", "provinces"],
    ...["province", "régions", "région", "départements", "département"],
    ...["regiones", "región", "departamentos", "departamento", "provincias", "provincia"],
  ],
  areaCode: [
    ...["adm1_code", "adm1 pcode", "admin 1 pcode", "admin1 pcode", "pcode1", "p-code"],
    ...["code admin 1", "code région", "código admin 1", "código de departamento"],
  ],
  sectors: [
    ...["sectors", "sector", "clusters", "cluster", "sector / cluster", "fields of work"],
    ...["secteurs", "secteur", "domaines d'intervention", "sectores", "ámbitos de trabajo"],
  ],
  website: [
    ...["website", "web site", "url", "web", "site web", "site internet"],
    ...["sitio web", "página web"],
  ],
  // A bare "Descripción" or "Language" is mostly that of an activity, or of the row.
  description: [
    ...["description", "description of the organisation", "about", "mission"],
    ...["description de l'organisation", "descripción de la organización"],
  ],
  languages: [
    ...["languages", "working languages", "langues", "langues de travail"],
    ...["idiomas", "idiomas de trabajo"],
  ],
  needs: [
    ...["needs", "looks for", "looking for", "needed", "seeks"],
    ...["besoins", "cherche", "recherche", "necesidades", "busca"],
  ],
  offers: [
    ...["offers", "offer", "has to give", "can offer"],
    ...["offres", "propose", "ofertas", "ofrece"],
  ],
  objectives: [
    ...["objectives", "gcm objectives", "gcm_objectives", "objectives of the compact"],
    ...["objectifs", "objectifs du pacte", "objetivos", "objetivos del pacto"],
  ],
  sourceIdentifier: [
    ...["source_org_id", "source organisation id", "source organization id", "source id"],
    ...["identifiant source", "identificador de origen"],
  ],
  sourceName: [
    ...["source_org", "source organisation", "source organization", "source_org_name", "source"],
    ...["organisation source", "organización de origen", "origen"],
  ],
  targetIdentifier: [
    ...["target_org_id", "target organisation id", "target organization id", "target id"],
    ...["identifiant cible", "identificador de destino"],
  ],
  targetName: [
    ...["target_org", "target organisation", "target organization", "target_org_name", "target"],
    ...["organisation cible", "cible", "organización de destino", "destino"],
  ],
  relation: [
    ...["relation", "relationship", "relationship type", "type of relationship", "relation type"],
    ...["type de relation", "relación", "tipo de relación", "type", "tipo"],
  ],
  startDate: [
    "start date",
    "start",
    "since",
    "date de début",
    "début",
    "fecha de inicio",
    "inicio",
  ],
  endDate: [
    "end date",
    "end",
    "until",
    "date de fin",
    "fin",
    "fecha de finalización",
    "fecha de fin",
  ],
  dataset: [
    ...["source_dataset", "dataset", "data set", "known from"],
    ...["jeu de données", "conjunto de datos"],
  ],
} satisfies Readonly<Record<string, readonly string[]>>;
