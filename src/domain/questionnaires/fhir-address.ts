const OWN = 'https://klyngerum.example/fhir/StructureDefinition/';
const STANDARD = 'http://hl7.org/fhir/StructureDefinition/';

/** The addresses of what a FHIR questionnaire says beyond the standard's own fields. */
export const EXTENSION = {
  unit: `${STANDARD}questionnaire-unit`,
  min: `${STANDARD}minValue`,
  max: `${STANDARD}maxValue`,
  ordinal: `${STANDARD}ordinalValue`,
  control: `${STANDARD}questionnaire-itemControl`,
  scale: `${OWN}scale`,
  lowLabel: `${OWN}low-label`,
  highLabel: `${OWN}high-label`,
  isReversed: `${OWN}reversed`,
  partnerQuestion: `${OWN}partner-question`,
  isWellbeing: `${OWN}wellbeing`,
} as const;

/** The list from which FHIR names how something is shown. */
export const CONTROLS = 'http://hl7.org/fhir/questionnaire-item-control';

/** The scale, as FHIR names it, of a question that is answered yes, no or don’t know. */
export const YES_NO_SCALE = 'yes_no' as const;
