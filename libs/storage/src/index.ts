export * from './copy-content.ts';
export * from './folder-storage.ts';
export * from './s3-bucket.ts';
export * from './s3-storage.ts';
export * from './storage-fault.ts';
export * from './storage.ts';
