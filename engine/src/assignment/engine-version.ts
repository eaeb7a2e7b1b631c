/** Version of the deciding behaviour. Raise it with any change that could decide a golden case differently (law 6). */
export const engineVersion = '1.0.0'
