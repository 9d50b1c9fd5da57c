/** The processes that answer GET and other requests without a line in the table. */
const READS = 'query';
const WRITES = 'sales';

/** The configuration of the proxy with the table of routes and processes. */
export const withProcesses = (configuration, routes) => {
  const answered = routes.filter(({ processes }) => processes.length > 0);
  const lines = processLines(answered.toSorted((one, other) => (one.path < other.path ? -1 : 1)));
  const table = lines.map(([pattern, process]) => `    ${pattern} ${process};\n`).join('');
  return configuration.replace(/(map "\$request_method \$path" \$process \{\n)[^}]*?( {2}\}\n)/, `$1${table}$2`);
};

const processLines = (routes) => {
  const resources = [...Map.groupBy(routes.map(decided), ({ resource }) => resource)];
  const alone = resources.filter(([, its]) => wholly(its) && ![READS, WRITES].includes(its[0].process));
  const others = resources.filter((each) => !alone.includes(each)).map(([, its]) => its);
  return [
    ...alone.map(([resource, [{ process }]]) => [quoted('\\S+', `${resource}(/|$)`), process]),
    ...others.flatMap((its) =>
      linesOf(
        its.filter(({ isRead }) => isRead),
        '(GET|HEAD)',
        READS,
      ),
    ),
    ['"~^(GET|HEAD) "', READS],
    ...others.flatMap((its) =>
      linesOf(
        its.filter(({ isRead }) => !isRead),
        '\\S+',
        WRITES,
      ),
    ),
    ['default', WRITES],
  ];
};

/** A route of several processes goes to the process with the most routes, if that is one of them. */
const decided = ({ method, path, processes }) => {
  const isRead = method === 'GET';
  const usual = isRead ? READS : WRITES;
  const process = processes.includes(usual) ? usual : processes[0];
  return { path, isRead, process, resource: path.split('/').slice(0, 3).join('/') };
};

const wholly = (its) => new Set(its.map(({ process }) => process)).size === 1;

/** One line for a whole resource, or one for each path that another process answers. */
const linesOf = (its, methods, usual) => {
  const unusual = its.filter(({ process }) => process !== usual);
  if (unusual.length === 0) return [];
  if (wholly(its)) return [[quoted(methods, `${its[0].resource}(/|$)`), its[0].process]];
  return unusual.map(({ path, process }) => [quoted(methods, `${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`), process]);
};

const quoted = (methods, path) => `"~^${methods} ${path}"`;
