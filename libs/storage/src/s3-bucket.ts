/** A bucket of an S3-compatible service, and who may use it. */
export type S3Bucket = {
  /** Undefined for that of AWS in the region. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `https://host/bucket/key` in place of `https://bucket.host/key`; most services but AWS want that. */
  readonly forcePathStyle: boolean;
};
