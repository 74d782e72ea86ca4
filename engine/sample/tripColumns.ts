/** One trip as the sample records it. Missing values are null; NaN stays NaN. */
export interface Trip {
  readonly trip_id: string;
  readonly pickup_at: string;
  readonly dropoff_at: string;
  readonly vendor_id: number | null;
  readonly rate_code: number;
  readonly pickup_zone: string;
  readonly dropoff_zone: string;
  readonly passenger_count: number | null;
  readonly trip_distance: number;
  readonly duration_min: number;
  readonly fare_amount: number;
  readonly surcharge: number | null;
  readonly tip_amount: number;
  readonly total_amount: number;
  readonly payment_type: string;
  readonly store_and_forward: boolean;
  readonly prediction: number;
}

/** The columns in order, each with its type in the file. */
export const tripColumns: Readonly<Record<keyof Trip, string>> = {
  trip_id: 'VARCHAR',
  pickup_at: 'TIMESTAMP',
  dropoff_at: 'TIMESTAMP',
  vendor_id: 'INTEGER',
  rate_code: 'INTEGER',
  pickup_zone: 'VARCHAR',
  dropoff_zone: 'VARCHAR',
  passenger_count: 'INTEGER',
  trip_distance: 'DOUBLE',
  duration_min: 'DOUBLE',
  fare_amount: 'DOUBLE',
  surcharge: 'DOUBLE',
  tip_amount: 'DOUBLE',
  total_amount: 'DOUBLE',
  payment_type: 'VARCHAR',
  store_and_forward: 'BOOLEAN',
  prediction: 'DOUBLE',
};
