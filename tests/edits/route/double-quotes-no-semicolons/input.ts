import { Routes } from "@angular/router"

export const routes = [
    {
        path: "home",
        loadComponent: () => import("./home/home.page").then(m => m.HomePage)
    }
] satisfies Routes
