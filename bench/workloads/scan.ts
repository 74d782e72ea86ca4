import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
let values = 0;
for (const file of process.argv.slice(2)) {
  const described = await connection.runAndReadAll(`describe select * from '${file}'`);
  const aggregates = described.getRows().flatMap(([name, type]) => {
    const column = `"${String(name)}"`;
    const all = [`count(${column})`, `min(${column})`, `max(${column})`];
    return type === 'VARCHAR' ? all : [...all, `sum(${column})`];
  });
  const read = await connection.runAndReadAll(`select ${aggregates.join(', ')} from '${file}'`);
  values += read.columnCount;
}
process.stdout.write(String(values));
