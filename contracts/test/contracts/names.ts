import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';

export const namesContract = defineContract({
  service: 'names-of-things',
  methods: {
    new: defineMethod({
      params: z.object({
        class: z.string(),
        default: z.number(),
        new: z.boolean(),
        import: z.string().optional(),
        operator: z.string(),
        template: z.string(),
        namespace: z.string(),
        def: z.string(),
        lambda: z.string(),
        None: z.string(),
        self: z.string(),
        errno: z.number(),
      }),
      result: z.object({ delete: z.boolean() }),
    }),
    delete: defineMethod({ params: z.object({ userId: z.string() }), result: z.object({ deletedAt: z.string() }) }),
    getHTTPServer: defineMethod({
      params: z.object({
        hostName: z.string(),
        portNumber: z.number().int(),
        isTLSEnabled: z.boolean(),
        snake_case: z.string(),
        'kebab-case': z.string(),
        'with space': z.string(),
        _private: z.string(),
        $ref: z.string(),
        '2nd': z.string(),
      }),
      result: z.object({ return: z.enum(['class', 'int', 'not-found', '404', 'None']) }),
    }),
    import: defineNotification({ params: z.object({ from: z.object({ class: z.string() }) }) }),
  },
});
