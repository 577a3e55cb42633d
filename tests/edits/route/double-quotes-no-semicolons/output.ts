import { Routes } from "@angular/router"

export const routes = [
    {
        path: "home",
        loadComponent: () => import("./home/home.page").then(m => m.HomePage)
    },
    {
        path: "login",
        loadComponent: () => import("./identity/login/login.page").then(m => m.LoginPage)
    }
] satisfies Routes
