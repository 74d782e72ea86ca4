import { create, toBinary } from '@bufbuild/protobuf';
import { version } from '#shared/version.ts';
import {
  GraphProtoSchema,
  ModelProtoSchema,
  OperatorSetIdProtoSchema,
  StringStringEntryProtoSchema,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from '../onnx/onnx_pb.ts';
import type { CategoryPart, NumberPart, Part } from './encodeParts.ts';
import { doubles, floatAttribute, integers, machineLearning, node, rowsOf, texts } from './onnxParts.ts';

/** What is written beside the graph. */
export interface WrittenAbout {
  readonly name: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The numbers that each row becomes: the number columns in order, then what was made of each category. */
export interface FeatureMatrix {
  readonly name: string;
  readonly order: readonly Part[];
}

// Versions of the operators that runtimes of some years know; trees with double thresholds came with 3.
const opsets = [
  { domain: '', version: 17n },
  { domain: machineLearning, version: 3n },
];
const irVersion = 8n;

/** Puts a graph together: an input a feature, named like its column, so that columns find their inputs by name. */
export class GraphBuilder {
  private readonly nodes: NodeProto[] = [];
  private readonly constants: TensorProto[] = [];
  private readonly inputs: ValueInfoProto[] = [];
  private readonly outputs: ValueInfoProto[] = [];
  private readonly taken: Set<string>;
  readonly numbers: readonly NumberPart[];
  readonly categories: readonly CategoryPart[];

  constructor(parts: readonly Part[]) {
    this.taken = new Set(parts.map(({ column }) => column));
    this.numbers = parts.filter((part) => part.as === 'number');
    this.categories = parts.filter((part) => part.as === 'category');
    for (const { column, as } of parts) this.inputs.push(rowsOf(column, as === 'number' ? 'float64' : 'string', 1));
  }

  /** A name that nothing else has. */
  free(wanted: string): string {
    let name = wanted;
    while (this.taken.has(name)) name += '_';
    this.taken.add(name);
    return name;
  }

  add(opType: string, input: readonly string[], wanted: string, options?: Parameters<typeof node>[3]): string {
    const output = this.free(wanted);
    this.nodes.push(node(opType, input, [output], options));
    return output;
  }

  doubles(wanted: string, dims: readonly number[], values: ArrayLike<number>): string {
    const name = this.free(wanted);
    this.constants.push(doubles(name, dims, values));
    return name;
  }

  /** Gives a value out under a name of its own. */
  output(from: string, wanted: string, element: 'float64' | 'int64' | 'string', width: number | null): void {
    const name = this.add('Identity', [from], wanted);
    this.outputs.push(rowsOf(name, element, width));
  }

  /** The number inputs side by side; missing ones are the mean where `impute` says so. */
  private numberMatrix(impute: boolean): string[] {
    if (this.numbers.length === 0) return [];
    const columns = this.numbers.map(({ column }) => column);
    const raw = columns.length === 1 ? columns[0]! : this.add('Concat', columns, 'numbers', { attributes: { axis: 1 } });
    if (!impute) return [raw];
    const means = this.doubles(
      'means',
      [1, columns.length],
      this.numbers.map(({ mean }) => mean),
    );
    // x − x is NaN for NaN and for what is infinite, else 0.
    const gone = this.add('IsNaN', [this.add('Sub', [raw, raw], 'number_or_nan')], 'number_is_missing');
    return [this.add('Where', [gone, means, raw], 'numbers_filled')];
  }

  /** Each row as the numbers a linear model adds up: one a category, all 0 for what is missing or unknown. */
  oneHotMatrix(): FeatureMatrix {
    const encoded = this.categories.map(({ column, categories }) => {
      const attributes = { cats_strings: categories, zeros: 1 };
      const lines = this.add('OneHotEncoder', [column], `${column}_one_hot`, { domain: machineLearning, attributes });
      const flat = this.add('Flatten', [lines], `${column}_flat`, { attributes: { axis: 1 } });
      return this.add('Cast', [flat], `${column}_numbers`, { attributes: { to: 11 } });
    });
    return this.joined([...this.numberMatrix(true), ...encoded]);
  }

  /** Each row as the numbers that trees cut: a category is a number of its own, NaN for what is missing or unknown. */
  numberedMatrix(valuesOf: (part: CategoryPart) => Float64Array): FeatureMatrix {
    const encoded = this.categories.map((part) => {
      const attributes = { keys_strings: part.categories, values_floats: { floats: valuesOf(part) } };
      const more = [floatAttribute('default_float', Number.NaN)];
      const places = this.add('LabelEncoder', [part.column], `${part.column}_place`, { domain: machineLearning, attributes, more });
      return this.add('Cast', [places], `${part.column}_number`, { attributes: { to: 11 } });
    });
    return this.joined([...this.numberMatrix(false), ...encoded]);
  }

  private joined(matrices: readonly string[]): FeatureMatrix {
    const name = matrices.length === 1 ? matrices[0]! : this.add('Concat', matrices, 'features', { attributes: { axis: 1 } });
    return { name, order: [...this.numbers, ...this.categories] };
  }

  /** Gives out the class of the highest of the probabilities, and the probabilities. */
  classes(probabilities: string, classes: readonly string[], whole: boolean): void {
    const highest = this.add('ArgMax', [probabilities], 'highest', { attributes: { axis: 1, keepdims: 0 } });
    const names = this.free('classes');
    this.constants.push(whole ? integers(names, [classes.length], classes.map(BigInt)) : texts(names, classes));
    this.output(
      this.add('Gather', [names, highest], 'class_of_highest', { attributes: { axis: 0 } }),
      'label',
      whole ? 'int64' : 'string',
      null,
    );
    this.output(probabilities, 'probabilities', 'float64', classes.length);
  }

  /** The finished file. */
  bytes({ name, description, metadata }: WrittenAbout): Uint8Array {
    const graph = create(GraphProtoSchema, {
      name,
      node: this.nodes,
      initializer: this.constants,
      input: this.inputs,
      output: this.outputs,
    });
    const model = create(ModelProtoSchema, {
      irVersion,
      producerName: 'driftglass',
      producerVersion: version,
      modelVersion: 1n,
      docString: description,
      graph,
      opsetImport: opsets.map((each) => create(OperatorSetIdProtoSchema, each)),
      metadataProps: Object.entries(metadata).map(([key, value]) => create(StringStringEntryProtoSchema, { key, value })),
    });
    return toBinary(ModelProtoSchema, model);
  }
}
