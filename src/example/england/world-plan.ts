import {
  exampleEnglishName,
  exampleEnglishPlace,
  exampleEnglishPractice,
} from '#domain/tryout/example-name.ts';

/** What a cluster is made of: a clinical commissioning group, or a primary care network. */
export type ClusterKind = 'ccg' | 'pcn';

/** A line of `structures_2019_2020.csv`: to what a practice belongs. */
export type Structure = {
  practice: string;
  ccg: string;
  pcn: string;
  regionCode: string;
  regionName: string;
};
/** A line of a QOF file: the CCG a practice belonged to a year earlier, when there were 191. */
export type Register = { practice: string; ccg: string };

export type Area = { code: string; name: string; regionCode: string };
export type PlannedCluster = { code: string; name: string; areaCode: string; practices: PlannedPractice[] };
export type PlannedPractice = { number: string; name: string; doctor: string };

/** A country of clusters with real codes and invented names. `leftOut`: practices that belong to no cluster. */
export type WorldPlan = {
  regions: { code: string; name: string }[];
  areas: Area[];
  clusters: PlannedCluster[];
  leftOut: number;
};

/** What the plan is made from; `realWords` are all words of real names, in small letters. */
export type WorldFiles = {
  structures: readonly Structure[];
  registers: readonly Register[];
  realWords: ReadonlySet<string>;
};

const UNALLOCATED = 'U';

/** Plans the country: an area for every CCG, a cluster for every CCG or network, a practice for every code. */
export function planWorld(files: WorldFiles, by: ClusterKind): WorldPlan {
  const placed = placesOf(files, by);
  const name = namesFor(files.realWords);
  const regionOf = new Map(files.structures.map(({ practice, ...region }) => [practice, region]));
  const regions = new Map<string, string>();
  const areas = new Map<string, Area>();
  const clusters = new Map<string, PlannedCluster>();
  for (const { cluster, area, practice } of placed.filter((one) => one.cluster !== null)) {
    const region = regionOf.get(practice);
    if (region) regions.set(region.regionCode, region.regionName);
    const known = areas.get(area);
    if (!known) areas.set(area, { code: area, name: name.area(area), regionCode: region?.regionCode ?? '' });
    else if (!known.regionCode && region) known.regionCode = region.regionCode;
    const planned = clusters.get(cluster!) ?? {
      code: cluster!,
      name: name.cluster(cluster!),
      areaCode: area,
      practices: [],
    };
    planned.practices.push({
      number: practice,
      name: name.practice(practice),
      doctor: name.doctor(practice),
    });
    clusters.set(planned.code, planned);
  }
  return {
    regions: [...regions].map(([code, called]) => ({ code, name: called })),
    areas: [...areas.values()],
    clusters: [...clusters.values()],
    leftOut: placed.filter(({ cluster }) => cluster === null).length,
  };
}

type Placed = { practice: string; area: string; cluster: string | null };

// The registers know more practices, and CCGs before they merged; the structures know networks and regions.
function placesOf({ structures, registers }: WorldFiles, by: ClusterKind): Placed[] {
  const registered = new Map(registers.map(({ practice, ccg }) => [practice, ccg]));
  const groups = new Set(registered.size > 0 ? registered.values() : structures.map(({ ccg }) => ccg));
  const placed = new Map<string, Placed>();
  for (const { practice, ccg, pcn } of structures) {
    const group = registered.get(practice) ?? (groups.has(ccg) ? ccg : null);
    const cluster = by === 'ccg' ? group : pcn === UNALLOCATED ? null : pcn;
    placed.set(practice, { practice, area: by === 'ccg' ? (group ?? ccg) : ccg, cluster });
  }
  for (const { practice, ccg } of registers)
    if (!placed.has(practice))
      placed.set(practice, { practice, area: ccg, cluster: by === 'ccg' ? ccg : null });
  return [...placed.values()].sort((one, other) => (one.practice < other.practice ? -1 : 1));
}

// Codes are real; a name is never the name of anything in the files. Areas and clusters have each their own.
function namesFor(realWords: ReadonlySet<string>) {
  const used = new Set<string>();
  const drawn = (seed: string, draw: (seed: string) => string, isFree = (_name: string) => true) => {
    for (let turn = 1; ; turn += 1) {
      const name = draw(`${seed} ${turn}`);
      if (isFree(name) && !realWords.has(name.split(' ').at(-1)!.toLowerCase())) return name;
    }
  };
  const own = (kind: string, code: string) => {
    const name = drawn(`${kind} ${code}`, exampleEnglishPlace, (one) => !used.has(`${kind} ${one}`));
    used.add(`${kind} ${name}`);
    return name;
  };
  return {
    area: (code: string) => own('area', code),
    cluster: (code: string) => own('cluster', code),
    practice: (code: string) => exampleEnglishPractice(drawn(code, exampleEnglishPlace), code),
    doctor: (code: string) => drawn(code, exampleEnglishName),
  };
}
