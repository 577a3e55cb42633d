export const routes = [
	{
		path: '',
		pathMatch: 'full', // exactly
		component: HomePage
	},
];
