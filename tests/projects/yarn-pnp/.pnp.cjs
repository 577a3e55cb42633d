throw new Error('A program of the app: never run.');
