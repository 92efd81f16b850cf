import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** OpenAPI as JSON at /api/docs.json and as a page at /api/docs. */
export const describeApi = (app: NestExpressApplication): void => {
  const head = new DocumentBuilder()
    .setTitle('Ennead')
    .setDescription('Certification exams, labs and portfolios for the jobs of the large-model industry.')
    .setVersion('1')
    .addCookieAuth('ennead')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, head), {
    jsonDocumentUrl: 'api/docs.json',
    customSiteTitle: 'Ennead API',
  });
};
